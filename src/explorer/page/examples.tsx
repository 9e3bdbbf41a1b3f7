import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';

const tabs = EXAMPLES.map(({ title, query, variables }) => ({
  title,
  query,
  variables: Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : '',
}));

export const exampleTabs = tabs.map(({ query, variables }) => ({ query, variables, headers: null }));

function Examples() {
  const { addTab } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({ queryEditor, variableEditor }));
  return (
    <section className="musubi-examples">
      <div className="musubi-examples-title">Examples</div>
      <ul>
        {tabs.map(({ title, query, variables }) => (
          <li key={title}>
            <button
              type="button"
              onClick={() => {
                addTab();
                queryEditor?.setValue(query);
                variableEditor?.setValue(variables);
              }}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Icon = () => (
  <svg aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
    <path d="M2 21C9 21 18 15.5 18 9a6 6 0 0 0-12 0M22 21C15 21 6 15.5 6 9" />
  </svg>
);

// The browser keeps the tabs as they were left; this list brings an example back after its tab was changed or closed.
export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: 'Examples', icon: Icon, content: Examples };
