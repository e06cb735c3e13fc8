import { Fragment, type ReactNode } from 'react';
import { type Block, type Inline, parseMarkdown } from '@/lib/markdown';
import styles from '@/ui/Markdown.module.css';

interface Props {
  text: string;
  /** Names to make stand out where they are written as `@Name`. */
  mentioned?: readonly string[];
}

/** Draws what the parser found as elements: no text ever becomes HTML. */
export function Markdown({ text, mentioned = [] }: Props) {
  return (
    <div className={styles['markdown']} dir="auto">
      {parseMarkdown(text).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place.
        <Fragment key={at}>{drawBlock(block, mentioned)}</Fragment>
      ))}
    </div>
  );
}

function drawBlock(block: Block, mentioned: readonly string[]): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <p className={styles['heading']}>{drawAll(block.children, mentioned)}</p>;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
    case 'list': {
      const items = keyed(block.items, ({ children, checked }) => (
        <li data-checked={checked}>{drawAll(children, mentioned)}</li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    default: {
      const lines = keyed(block.lines, (line) => <span className={styles['line']}>{drawAll(line, mentioned)}</span>);
      return block.kind === 'quote' ? <blockquote>{lines}</blockquote> : <p>{lines}</p>;
    }
  }
}

function drawAll(nodes: readonly Inline[], mentioned: readonly string[]): ReactNode {
  return keyed(nodes, (node) => draw(node, mentioned));
}

function draw(node: Inline, mentioned: readonly string[]): ReactNode {
  switch (node.kind) {
    case 'text':
      return withMentions(node.text, mentioned);
    case 'code':
      return <code>{node.text}</code>;
    case 'strong':
      return <strong>{drawAll(node.children, mentioned)}</strong>;
    case 'em':
      return <em>{drawAll(node.children, mentioned)}</em>;
    case 'strike':
      return <s>{drawAll(node.children, mentioned)}</s>;
    case 'link':
      return (
        <a href={node.href} target="_blank" rel="noopener noreferrer">
          {drawAll(node.children, [])}
        </a>
      );
  }
}

function withMentions(text: string, mentioned: readonly string[]): ReactNode {
  const name = mentioned.find((each) => text.includes(`@${each}`));
  if (name === undefined) return text;
  const at = text.indexOf(`@${name}`);
  return (
    <>
      {text.slice(0, at)}
      <span className={styles['mention']}>@{name}</span>
      {withMentions(text.slice(at + name.length + 1), mentioned)}
    </>
  );
}

function keyed<T>(all: readonly T[], show: (one: T) => ReactNode): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place.
  return all.map((one, at) => <Fragment key={at}>{show(one)}</Fragment>);
}
