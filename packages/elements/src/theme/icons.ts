import { svg } from "lit";
import { icon } from "./icon.ts";

export const iconManaged = () =>
  icon(
    svg`<path d="M12 3l7 3v5c0 4.6-2.9 8.2-7 10-4.1-1.8-7-5.4-7-10V6z"/><path d="M9 12l2.2 2.2L15.2 10"/>`,
  );
export const iconPossible = () =>
  icon(
    svg`<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8M12 17h.01"/>`,
  );
export const iconNotManaged = () => icon(svg`<circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>`);
export const iconNotEnough = () =>
  icon(
    svg`<rect x="4" y="4" width="16" height="16" rx="3" stroke-dasharray="3.2 3.2"/><path d="M12 8v5M12 16h.01"/>`,
  );
export const iconConflict = () => icon(svg`<path d="M8 4L4 8l4 4M4 8h16M16 12l4 4-4 4M20 16H4"/>`);
export const iconLocked = () =>
  icon(svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`);
export const iconSignedOut = () =>
  icon(svg`<path d="M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9"/>`);
export const iconEmergency = () => icon(svg`<path d="M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9"/>`);
export const iconReading = () => icon(svg`<path d="M20 12a8 8 0 1 1-2.3-5.6"/>`, "turning");
export const iconNobody = () =>
  icon(svg`<circle cx="12" cy="8" r="4"/><path d="M5 20c.6-3.6 3.4-6 7-6s6.4 2.4 7 6"/>`);
export const iconBroken = () =>
  icon(svg`<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M4 9h16M9 13l6 4M15 13l-6 4"/>`);
export const iconDone = () => icon(svg`<circle cx="12" cy="12" r="9"/><path d="M8 12.3l2.7 2.7L16 9.5"/>`);
export const iconLater = () => icon(svg`<circle cx="12" cy="12" r="9"/>`);
export const iconWarning = () => icon(svg`<path d="M12 4l9 16H3z"/><path d="M12 10v4.5M12 17.2h.01"/>`);
export const iconOffline = () =>
  icon(
    svg`<path d="M4 4l16 16M8.5 13.6a5 5 0 0 1 5.9-.4M5 10a10 10 0 0 1 4-2.3M19 10a10 10 0 0 0-6-2.9M12 18h.01"/>`,
  );
export const iconClock = () => icon(svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>`);
export const iconCard = () =>
  icon(svg`<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M3 10h18M7 14.5h4"/>`);
export const iconBook = () =>
  icon(
    svg`<path d="M5 5.5A2.5 2.5 0 0 1 7.5 3H19v15H7.5A2.5 2.5 0 0 0 5 20.5zM5 20.5A2.5 2.5 0 0 0 7.5 21H19"/>`,
  );
export const iconExam = () =>
  icon(svg`<rect x="5" y="4" width="14" height="17" rx="2"/><path d="M9 4V3h6v1M8.5 13l2.3 2.3 4.5-4.6"/>`);
export const iconPlace = () =>
  icon(
    svg`<path d="M12 21c4.5-4.6 7-8.2 7-11a7 7 0 1 0-14 0c0 2.8 2.5 6.4 7 11z"/><circle cx="12" cy="10" r="2.5"/>`,
  );
export const iconSaved = () =>
  icon(svg`<rect x="3" y="5" width="18" height="12" rx="2"/><path d="M8 21h8M9 11.2l2.2 2.2L15.4 9"/>`);
export const iconSending = () => icon(svg`<path d="M12 20V6M6 12l6-6 6 6"/>`);
export const iconDelivered = () => icon(svg`<path d="M3 12.5l4.5 4.5L16 8M12 15.5l1.5 1.5L22 8.5"/>`);
export const iconPanel = () =>
  icon(svg`<rect x="3" y="4" width="18" height="16" rx="2"/><path d="M14 4v16"/>`);
export const iconSync = () =>
  icon(svg`<path d="M20 7v4h-4M4 17v-4h4M18.5 10A7 7 0 0 0 6 8.2M5.5 14A7 7 0 0 0 18 15.8"/>`);
export const iconLeave = () => icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`);
export const iconScan = () =>
  icon(
    svg`<path d="M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M7 12h10"/>`,
  );
