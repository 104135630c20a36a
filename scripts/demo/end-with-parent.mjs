// Loaded into every service of the demo: when the starter is gone, however it went, the service ends too.
if (process.channel) {
  process.on("disconnect", () => process.exit(0));
  process.channel.unref();
}
