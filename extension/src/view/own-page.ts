import { provideCare } from "@cadre-care/elements";
import { tabNumber } from "../protocol/port-names.ts";
import { RemoteCareService } from "./remote-service.ts";

/** The tab that this document is about: stated in its address by the background, or the active one (popup). */
const tabInAddress = (): string => {
  const tab = new URLSearchParams(location.search).get("tab") ?? "";
  return tabNumber.safeParse(tab).success ? tab : "";
};

/** Service of a panel, popup or options page; elements below `document.body` find it by context. */
export const ownPageService = (context: "panel" | "popup" | "options"): RemoteCareService => {
  const service = new RemoteCareService(`${context}:${tabInAddress()}`);
  provideCare(document.body, service);
  return service;
};
