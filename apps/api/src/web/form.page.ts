/** A page with one form: plain HTML, works without scripts, in light and dark. What is given is markup, but for the problem. */
export function formPage(given: { title: string; intro: string; problem: string; form: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${given.title} · Answerable</title>
<style>
  :root { color-scheme: light dark; --bg: #f5f6f8; --surface: #fff; --text: #151a21; --text-2: #414b5a; --line: #7f8a9a; --ink: #1a2029; --on-ink: #fff; --bad: #8e0f4a; --accent: #3d44b0 }
  @media (prefers-color-scheme: dark) { :root { --bg: #0e1115; --surface: #161a20; --text: #e8ecf1; --text-2: #b6bfcb; --line: #6c7788; --ink: #e8ecf1; --on-ink: #12161c; --bad: #ff86b3; --accent: #a9b0ff } }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--bg); color: var(--text); font: 14px/1.5 -apple-system, "Segoe UI", Inter, Roboto, Arial, sans-serif }
  main { width: min(22rem, calc(100vw - 2rem)); padding: 24px; background: var(--surface); border-radius: 10px }
  h1 { margin: 0; font-size: 20px; line-height: 28px } p { margin: 4px 0 16px; color: var(--text-2) }
  label { display: block; margin: 12px 0 4px; font-weight: 550 }
  input { box-sizing: border-box; width: 100%; height: 36px; padding: 0 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); color: var(--text); font: inherit }
  button, .button { display: block; box-sizing: border-box; margin-top: 16px; width: 100%; height: 36px; border: 0; border-radius: 6px; background: var(--ink); color: var(--on-ink); font: inherit; font-weight: 600; cursor: pointer }
  .button { line-height: 36px; text-align: center; text-decoration: none } .or { margin: 16px 0 0; text-align: center }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
  a:not(.button) { color: var(--accent) }
  [role=alert] { margin: 0 0 4px; color: var(--bad) }
</style>
</head>
<body>
<main>
  <h1>Answerable</h1>
  <p>${given.intro}</p>
  ${given.problem === '' ? '' : `<p role="alert">${escape(given.problem)}</p>`}
  ${given.form}
</main>
</body>
</html>
`;
}

/** Text as text, never as markup. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
