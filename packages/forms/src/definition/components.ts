/**
 * Strongly connected components of a graph, each numbered so that a component's number is greater than those of
 * everything that it points at (Tarjan, without recursion: a chain of 10,000 conditions must not exhaust the stack).
 */
export const componentsOf = (edges: ReadonlyMap<number, readonly number[]>): ReadonlyMap<number, number> => {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const component = new Map<number, number>();
  const stack: number[] = [];
  let components = 0;
  const lower = (vertex: number, to: number): void => {
    low.set(vertex, Math.min(low.get(vertex) ?? to, to));
  };
  const open = (vertex: number): { vertex: number; next: number } => {
    order.set(vertex, order.size);
    lower(vertex, order.size - 1);
    stack.push(vertex);
    return { vertex, next: 0 };
  };
  const close = (vertex: number): void => {
    if (low.get(vertex) !== order.get(vertex)) return;
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      component.set(member, components);
      if (member === vertex) break;
    }
    components++;
  };
  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    const path = [open(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const target = edges.get(top.vertex)?.[top.next++];
      if (target === undefined) {
        path.pop();
        close(top.vertex);
        const below = path.at(-1);
        if (below) lower(below.vertex, low.get(top.vertex) ?? 0);
      } else if (!order.has(target)) {
        path.push(open(target));
      } else if (!component.has(target)) {
        lower(top.vertex, order.get(target) ?? 0);
      }
    }
  }
  return component;
};
