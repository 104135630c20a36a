import "../view/without-eval.ts";
import { ownPageService } from "../view/own-page.ts";
import { CarePopup } from "./care-popup.ts";

customElements.define("care-popup", CarePopup);
const service = ownPageService("popup");
document.body.append(new CarePopup(service));
service.open();
