import "@cadre-care/example-portal-common/portal.css";
import { createRoot } from "react-dom/client";
import { Portal } from "./portal.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("no #root");
createRoot(root).render(<Portal />);
