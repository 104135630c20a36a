// Before the page is drawn, so that a dark page does not flash.
try {
  const theme = localStorage.getItem("cadre-docs-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing for this page goes by the system's theme.
}
