import "../view/without-eval.ts";
import { provideCare } from "@cadre-care/elements";
import { RemoteCareService } from "../view/remote-service.ts";
import { keepWheel } from "./keep-wheel.ts";

const service = new RemoteCareService(`docked:${location.hash.slice(1)}`);
provideCare(document.body, service);
keepWheel();

/** Most patient pages never open it: what draws forms is loaded when one does. */
let isDrawn = false;
const draw = async (): Promise<void> => {
  const { DockedDesk } = await import("./docked-desk.ts");
  customElements.define("docked-desk", DockedDesk);
  document.getElementById("desk")?.append(new DockedDesk(service));
};
service.subscribe("dock", ({ open }) => {
  if (!open || isDrawn) return;
  isDrawn = true;
  void draw();
});
service.subscribe("session", ({ language }) => {
  document.documentElement.lang = language;
});
service.open();
