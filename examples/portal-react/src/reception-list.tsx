import type { Reception } from "@cadre-care/example-portal-common";
import { Priority } from "./priority.tsx";

const COLUMNS = ["STT", "Họ và tên", "Ngày sinh", "Giới", "Đối tượng", "Phòng khám", "Đến lúc", "Trạng thái"];

export const ReceptionList = ({ receptions }: { receptions: readonly Reception[] }) => (
  <>
    <h1>Người bệnh hôm nay</h1>
    <div className="table">
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {receptions.map((reception) => (
            <tr key={reception.id}>
              <td className="number">{reception.ticket}</td>
              <td>
                <a href={`#/${reception.id}`}>{reception.name}</a>
                <Priority of={reception} />
              </td>
              <td className="number">{reception.birth}</td>
              <td>{reception.sex}</td>
              <td>{reception.payer}</td>
              <td>{reception.room}</td>
              <td className="number">{reception.arrivedAt}</td>
              <td>{reception.status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);
