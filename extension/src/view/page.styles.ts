import { css } from "lit";

/** Layout that the extension's own pages share; colours and type come from the elements' tokens. */
export const pageStyles = css`
  :host {
    display: block;
    background: var(--_ground);
    min-height: 100vh;
  }
  header {
    align-items: center;
    border-bottom: 1px solid var(--_line);
    display: flex;
    gap: 10px;
    padding: 10px 16px;
    position: sticky;
    top: 0;
    background: var(--_ground);
    z-index: 1;
  }
  header img {
    height: 24px;
    width: 24px;
  }
  h1 {
    flex: 1;
    font-size: 1rem;
    font-weight: 650;
    margin: 0;
  }
  h2 {
    color: var(--_ink-soft);
    font-size: 0.8125rem;
    font-weight: 650;
    letter-spacing: 0.01em;
    margin: 0 0 8px;
  }
  main {
    display: grid;
    gap: 20px;
    padding: 16px;
  }
  main.narrow {
    max-width: 720px;
  }
  section {
    min-width: 0;
  }
  p {
    margin: 0 0 8px;
  }
  .soft {
    color: var(--_ink-soft);
  }
  dl {
    display: grid;
    gap: 4px 16px;
    grid-template-columns: max-content 1fr;
    margin: 0;
  }
  dt {
    color: var(--_ink-soft);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .said,
  cadre-scan-answer + cadre-visit-steps,
  cadre-visit-steps + cadre-priority-banner {
    margin-top: 12px;
  }
  .forms {
    display: grid;
    gap: 8px;
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .forms li {
    align-items: center;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    padding: 8px 12px;
  }
  .form-title {
    flex: 1 1 60%;
    font-weight: 600;
  }
  .forms button {
    margin-inline-start: auto;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 12px;
  }
`;
