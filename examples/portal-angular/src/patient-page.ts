import { Component, computed, input, linkedSignal } from "@angular/core";
import type { Reception } from "@cadre-care/example-portal-common";
import { PlainElement, PriorityBanner } from "./elements";

type Desk = "reception" | "exam" | "referral";

/** One patient. A form is opened, which the board sees as a view, only when its desk is chosen. */
@Component({
  selector: "patient-page",
  imports: [PlainElement, PriorityBanner],
  template: `
    <a class="back" href="#/">‹ Người bệnh hôm nay</a>
    <h1>
      {{ patient().name }}
      @if (patient().priority) {
        <span class="tag" [class.urgent]="patient().emergency">{{ patient().priority }}</span>
      }
    </h1>
    <p class="who">{{ patient().birth }} · {{ patient().sex }} · Mã người bệnh {{ patient().code }}</p>
    <cadre-priority-banner (cadre-open-panel)="chosen.set('reception')" />
    <dl class="facts">
      @for (field of fields; track field.key) {
        <div>
          <dt>{{ field.label }}</dt>
          <dd>{{ patient()[field.key] || "–" }}</dd>
        </div>
      }
    </dl>
    @if (!patient().emergency) {
      <nav class="desks" aria-label="Công việc">
        @for (job of desks; track job.name) {
          <button
            type="button"
            [attr.aria-pressed]="job.name === desk()"
            [attr.data-desk]="job.name"
            (click)="chosen.set(job.name)"
          >
            {{ job.label }}
          </button>
        }
      </nav>
    }
    @switch (desk()) {
      @case ("reception") {
        <section class="card">
          <cadre-visit-steps />
          <cadre-priority-banner mode="details" />
        </section>
      }
      @case ("exam") {
        <cadre-exam-checklist />
      }
      @case ("referral") {
        <cadre-referral-form />
      }
    }
  `,
})
export class PatientPage {
  readonly patient = input.required<Reception>();
  /** Another patient begins at the reception. */
  protected readonly chosen = linkedSignal<string, Desk>({
    source: () => this.patient().id,
    computation: () => "reception",
  });
  /** Emergency care first: no form of the board's is offered beside it. */
  protected readonly desk = computed(() => (this.patient().emergency ? "reception" : this.chosen()));
  protected readonly desks: readonly { readonly name: Desk; readonly label: string }[] = [
    { name: "reception", label: "Tiếp đón" },
    { name: "exam", label: "Khám sức khỏe" },
    { name: "referral", label: "Chuyển tuyến" },
  ];
  protected readonly fields = [
    { key: "insurance", label: "Số thẻ BHYT" },
    { key: "address", label: "Địa chỉ" },
    { key: "room", label: "Phòng khám" },
    { key: "complaint", label: "Lý do khám" },
  ] as const;
}
