/** The overlay's host in a document, styled where no page style reaches: the size of the viewport, out of the way, never printed. */
export const overlayStyles = (attribute: string): string => `
div[${attribute}] { all: initial !important; display: block !important; position: fixed !important; inset: 0 !important;
  width: 100% !important; height: 100% !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  background: transparent !important; overflow: hidden !important; pointer-events: none !important;
  z-index: 2147483647 !important; color-scheme: light !important; }
@media print { div[${attribute}] { display: none !important; } }
`;
