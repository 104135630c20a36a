import "../view/without-eval.ts";
import "@cadre-care/elements/define/priority-marks";
import { LANES } from "@cadre-care/domain/page";
import { RemoteCareService } from "../view/remote-service.ts";

const service = new RemoteCareService(`marks:${location.hash.slice(1)}`);
const marks = document.createElement("cadre-priority-marks");
marks.layout = "strip";
const fit = () => {
  marks.laneWidth = document.documentElement.clientWidth / LANES;
};
new ResizeObserver(fit).observe(document.documentElement);
fit();
document.body.append(marks);
service.subscribe("marks", (view) => {
  marks.view = view;
});
service.open();
