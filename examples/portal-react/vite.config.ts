import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page, and the small one to which the board's sign-in returns. */
export default defineConfig({
  plugins: [react()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index.html", "signed-in.html"] },
  },
});
