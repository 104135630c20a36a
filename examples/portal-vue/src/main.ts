import "@cadre-care/example-portal-common/portal.css";
import { createApp } from "vue";
import HospitalPortal from "./hospital-portal.vue";

createApp(HospitalPortal).mount("#portal");
