import type { Lesson } from "../../concepts/lesson";
import { usePane } from "../app";
import { Details } from "../components/details";
import { Block } from "../components/frame";
import { roles } from "../settings";
import { Prose } from "./prose";

/** Why it matters, the reader's own role first and open. */
export function WhyItMatters({ lesson }: { readonly lesson: Lesson }) {
  const role = usePane(({ settings }) => settings.role);
  const present = roles.filter(({ id }) => lesson.roles[id] !== undefined);
  const ordered = [...present.filter(({ id }) => id === role), ...present.filter(({ id }) => id !== role)];
  return (
    <Block title="Why it matters" id="matters" class="tight">
      {ordered.map(({ id, to }, i) => (
        <Details key={id} title={to} open={i === 0}>
          <Prose html={lesson.roles[id] ?? ""} />
        </Details>
      ))}
    </Block>
  );
}
