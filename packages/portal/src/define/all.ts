import "@cadre-care/elements/define/all";
import "./care-provider.ts";
