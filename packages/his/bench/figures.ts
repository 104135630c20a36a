export const figure = (name: string, value: number, unit: string): void =>
  console.log(`figure ${name} ${value.toFixed(Math.abs(value) < 10 ? 3 : 1)} ${unit}`);

export const ratio = (name: string, value: number): void =>
  console.log(`ratio ${name} ${value.toPrecision(3)}`);
