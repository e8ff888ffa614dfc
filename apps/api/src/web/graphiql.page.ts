import { renderGraphiQL } from '@graphql-yoga/render-graphiql';

const FIRST_QUERY = `# Ctrl-Enter runs it, the book shows the schema.
query WhatNeedsAttention {
  viewer { name organisation { name } }
  flags(first: 5) {
    edges { node { code severity meaning evidence { quote } spokenAt
      clone { name }
      turn { said accountability { outcome accountable { name title } } } } }
  }
  conversations(first: 3, search: "late fee") {
    edges { node { externalId channel startedAt digest { language sentiment topics }
      turns(first: 4) { edges { node { speaker said sentiment { label score } } } } } }
  }
}
`;

/** Runs in the browser, before GraphiQL does. */
const OPENING = `
  // GraphiQL finds the tab of the last visit by three texts that it keeps beside the tabs, and only once they were
  // edited. Without them it opened an empty tab at every reload.
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
    for (const name of ['query', 'variables', 'headers'])
      localStorage.setItem('graphiql:' + name, tabs[activeTabIndex][name] ?? '');
  } catch {} // the first visit, or a browser that keeps nothing
  // Each edit would go into the address: into the browser's history and proxies' logs, and a reload would be a request.
  history.replaceState = () => {};
  // Ctrl-Enter works in the editor only.
  const editorIsThere = new MutationObserver(() => {
    const editor = document.querySelector('.graphiql-query-editor :is(textarea, .native-edit-context)');
    if (editor === null) return;
    editorIsThere.disconnect();
    if (document.activeElement === document.body) editor.focus();
  });
  editorIsThere.observe(document.documentElement, { childList: true, subtree: true });
`;

/** GraphiQL has no place for it; between the two groups of icons on the left it covers nothing. */
const SIGN_OUT = `
<style>
  .sign-out { position: fixed; z-index: 5; left: 0; bottom: 168px; width: 60px; margin: 0 }
  .sign-out button { width: 100%; padding: 4px 0; border: 0; background: none; color: #4b5a75; font: 12px sans-serif; cursor: pointer }
  .sign-out button:hover { text-decoration: underline }
  .graphiql-dark .sign-out button { color: #b7c2d7 }
</style>
<form method="post" action="/sign-out" class="sign-out"><button>Sign out</button></form>`;

/** GraphiQL with everything inside: nine megabytes. */
export function graphiqlPage(): string {
  const page = renderGraphiQL({
    title: 'GraphiQL · Answerable',
    endpoint: '/graphql',
    subscriptionsProtocol: 'WS', // the protocol graphql-transport-ws, at the same address
    defaultQuery: FIRST_QUERY,
    credentials: 'same-origin',
  });
  return page.replace('<div id="root"></div>', (root) => `<script>{${OPENING}}</script>${SIGN_OUT}${root}`);
}
