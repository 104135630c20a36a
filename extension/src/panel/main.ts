import "../view/without-eval.ts";
import { ownPageService } from "../view/own-page.ts";
import { CarePanel } from "./care-panel.ts";

customElements.define("care-panel", CarePanel);
const service = ownPageService("panel");
document.body.append(new CarePanel(service));
service.open();
