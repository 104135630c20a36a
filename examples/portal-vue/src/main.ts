import "@cadre-care/example-portal-common/portal.css";
import { createApp } from "vue";
import Portal from "./portal.vue";

createApp(Portal).mount("#portal");
