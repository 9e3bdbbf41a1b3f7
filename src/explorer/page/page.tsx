import './page.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { ComponentProps } from 'react';
import { createRoot } from 'react-dom/client';
import { editorTheme } from './editor.js';
import { EXAMPLES_PLUGIN, exampleTabs } from './examples.js';

// The server refuses what a form on another site could have sent, and no form can send this header.
const HEADERS = { 'content-type': 'application/json', 'apollo-require-preflight': 'true' };

const fetcher: ComponentProps<typeof GraphiQL>['fetcher'] = async (operation, options) => {
  // GraphiQL learns an operation's name a moment after its tab was opened, and until then gives the name of the tab before.
  const operationName = operation.query.includes(operation.operationName ?? '') ? operation.operationName : undefined;
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...HEADERS, ...options?.headers },
    body: JSON.stringify({ ...operation, operationName }),
  });
  return response.json();
};

const page = document.querySelector('main');
if (!page) throw new Error('index.html must have a <main>, but has none.');

createRoot(page).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={exampleTabs}
    editorTheme={editorTheme}
    plugins={[HISTORY_PLUGIN, EXAMPLES_PLUGIN]}
    schemaDescription
    inputValueDeprecation
  >
    <GraphiQL.Logo>
      <span />
    </GraphiQL.Logo>
  </GraphiQL>,
);
