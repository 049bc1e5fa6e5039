import { Fragment } from "preact";

/** A formula that breaks only after separators, so that names and cell addresses stay whole. */
export function Formula({ text }: { readonly text: string }) {
  return (
    <code class="formula">
      <Breakable text={text} />
    </code>
  );
}

export function Breakable({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(?<=[,(+*/;])/).map((part, i) => (
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
