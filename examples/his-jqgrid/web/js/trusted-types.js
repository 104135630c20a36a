// The libraries of this system assign HTML as text. Under Trusted Types that goes through this policy.
if (window.trustedTypes?.createPolicy) {
  window.trustedTypes.createPolicy("default", {
    createHTML: (text) => text,
    // jQuery probes event attributes; the content security policy still runs no inline script.
    createScript: (text) => text,
    createScriptURL: (address) =>
      new URL(address, document.baseURI).origin === location.origin ? address : "about:blank",
  });
}
