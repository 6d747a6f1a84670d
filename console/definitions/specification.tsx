import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import './specification.css';
import { useMemo, useState } from 'react';
import { type Described, describedDocument, type Part } from './described.ts';
import { SchemaTree } from './schema-tree.tsx';

/** Items of a document that are shown at once. */
const maxShownItems = 50;

interface SpecificationProps {
  readonly text: string;
  readonly format: string;
}

/** An OpenAPI or AsyncAPI document as a reader wants it, with its text behind it; other documents as their text. */
export function Specification({ text, format }: SpecificationProps) {
  const document = useMemo(() => describedDocument(text), [text]);
  const [shown, setShown] = useState(maxShownItems);
  if (!document) return <SourceText text={text} />;
  return (
    <SpaceBetween size="l">
      <div>
        <Box variant="h2">
          {document.title} {document.version}
        </Box>
        {document.description && <p className="prose">{document.description}</p>}
      </div>
      <div>
        {document.items.slice(0, shown).map((item) => (
          <Item key={item.key} item={item} root={document.root} />
        ))}
        {document.items.length > shown && (
          <Button onClick={() => setShown(shown + maxShownItems)}>Show more of {document.items.length}</Button>
        )}
      </div>
      <ExpandableSection headerText={`Text in ${format}`}>
        <SourceText text={text} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

const SourceText = ({ text }: { readonly text: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the text scrolls, and is reached by the keyboard so.
  <pre className="source" tabIndex={0}>
    {text}
  </pre>
);

const colors: Readonly<Record<string, 'green' | 'blue' | 'red'>> = { GET: 'blue', DELETE: 'red', SEND: 'green', PUBLISH: 'green' };

function Item({ item, root }: { readonly item: Described; readonly root: Part }) {
  const { action, title, summary, description, deprecated, parts } = item;
  return (
    <ExpandableSection
      variant="footer"
      headerText={
        <>
          <Badge color={colors[action] ?? 'grey'}>{action}</Badge> <code>{title}</code> {summary}{' '}
          {deprecated && <Badge color="red">deprecated</Badge>}
        </>
      }
    >
      <SpaceBetween size="s">
        {description && <p className="prose">{description}</p>}
        {parts.map(({ title: name, note, schema }) => (
          <div key={name}>
            <strong>{name}</strong> {note}
            {schema !== undefined && <SchemaTree root={root} schema={schema} />}
          </div>
        ))}
      </SpaceBetween>
    </ExpandableSection>
  );
}
