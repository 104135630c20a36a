import "../view/without-eval.ts";
import { ownPageService } from "../view/own-page.ts";
import { CareOptions } from "./care-options.ts";

customElements.define("care-options", CareOptions);
const service = ownPageService("options");
document.body.append(new CareOptions(service));
service.open();
