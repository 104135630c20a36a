import fhirUrl from "lforms/dist/lforms/fhir/R4/lformsFHIR.min.js?url";
import zoneUrl from "lforms/dist/lforms/webcomponent/assets/lib/zone.min.js?url";
import mainUrl from "lforms/dist/lforms/webcomponent/main.js?url";
import polyfillsUrl from "lforms/dist/lforms/webcomponent/polyfills.js?url";
import runtimeUrl from "lforms/dist/lforms/webcomponent/runtime.js?url";
import { until } from "./until.ts";

interface LhcUtil {
  addFormToPage(questionnaire: unknown, container: string): Promise<unknown>;
  getFormFHIRData(resourceType: "QuestionnaireResponse", fhirVersion: "R4"): unknown;
}

/** The window of a page of its own, in which LHC-Forms is loaded: its zone.js patches every timer it finds. */
export type LhcWindow = Window & { readonly LForms: { readonly Util: LhcUtil } };

const isLoaded = (frame: Window): frame is LhcWindow => {
  if (!("LForms" in frame)) return false;
  const { LForms } = frame;
  return typeof LForms === "object" && LForms !== null && "FHIR" in LForms && "Util" in LForms;
};

/** Loads LHC-Forms from node_modules into a frame of this page. */
export const openLhcForms = async (): Promise<LhcWindow> => {
  const frame = document.createElement("iframe");
  frame.style.cssText = "width: 900px; height: 600px";
  document.body.append(frame);
  const { contentWindow, contentDocument } = frame;
  if (!contentWindow || !contentDocument) throw new Error("the frame has no window");
  for (const [url, type] of [
    [zoneUrl, "text/javascript"],
    [runtimeUrl, "module"],
    [polyfillsUrl, "module"],
    [mainUrl, "module"],
    [fhirUrl, "module"],
  ] as const) {
    const script = contentDocument.createElement("script");
    script.type = type;
    script.src = new URL(url, location.href).href;
    const loaded = new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Error(`LHC-Forms does not load: ${url}`));
    });
    contentDocument.head.append(script);
    await loaded;
  }
  await until(() => isLoaded(contentWindow), "LHC-Forms is there");
  if (!isLoaded(contentWindow)) throw new Error("LHC-Forms went away");
  return contentWindow;
};
