import { Component, input } from "@angular/core";
import type { Reception } from "@cadre-care/example-portal-common";

@Component({
  selector: "reception-list",
  template: `
    <h1>Người bệnh hôm nay</h1>
    <div class="table">
      <table>
        <thead>
          <tr>
            @for (column of columns; track column) {
              <th scope="col">{{ column }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (reception of receptions(); track reception.id) {
            <tr>
              <td class="number">{{ reception.ticket }}</td>
              <td>
                <a [href]="'#/' + reception.id">{{ reception.name }}</a>
                @if (reception.priority) {
                  <span class="tag" [class.urgent]="reception.emergency">{{ reception.priority }}</span>
                }
              </td>
              <td class="number">{{ reception.birth }}</td>
              <td>{{ reception.sex }}</td>
              <td>{{ reception.payer }}</td>
              <td>{{ reception.room }}</td>
              <td class="number">{{ reception.arrivedAt }}</td>
              <td>{{ reception.status }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class ReceptionList {
  readonly receptions = input.required<readonly Reception[]>();
  protected readonly columns = [
    ...["STT", "Họ và tên", "Ngày sinh", "Giới"],
    ...["Đối tượng", "Phòng khám", "Đến lúc", "Trạng thái"],
  ];
}
