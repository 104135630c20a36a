import { provideCare } from "@cadre-care/elements";
import { RemoteCareService } from "./remote-service.ts";

/** The tab that this document is about: stated in its address by the background, or the active one (popup). */
const tabInAddress = (): string => {
  const tab = new URLSearchParams(location.search).get("tab") ?? "";
  return /^\d{1,10}$/.test(tab) ? tab : "";
};

/** Service of a panel, popup or options page; elements below `document.body` find it by context. */
export const ownPageService = (context: "panel" | "popup" | "options"): RemoteCareService => {
  const service = new RemoteCareService(`${context}:${tabInAddress()}`);
  provideCare(document.body, service);
  return service;
};
