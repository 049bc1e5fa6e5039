import { useState } from "preact/hooks";
import type { Lesson } from "../../concepts/lesson";
import { Chips } from "../components/chips";
import { Block } from "../components/frame";
import { Prose } from "./prose";
import { Sight } from "./values";

interface GuessProps {
  readonly lesson: Lesson;
  readonly guessed: number | undefined;
  readonly onGuess: (option: number) => void;
}

/** A question before anything was explained; the answer comes with the example. */
export function Guess({ lesson, guessed, onGuess }: GuessProps) {
  const { guess, example } = lesson;
  const [sight] = useState(() => new Sight(example, guess));
  return (
    <Block title="Guess first" id="guess">
      <p>
        <Prose html={guess.question} sight={sight} />
      </p>
      <Chips
        legend="Your guess"
        name="guess"
        options={guess.options.map(({ text }, i) => ({ value: i, label: <Prose html={text} sight={sight} /> }))}
        value={guessed}
        onChoose={onGuess}
      />
      <p class="small muted">A guess, even a wrong one, makes the answer stick. It comes in the example.</p>
    </Block>
  );
}

/** What the example says to the guess; nothing when none was made. */
export function GuessAnswer({ lesson, guessed }: { readonly lesson: Lesson; readonly guessed: number | undefined }) {
  const { guess, example } = lesson;
  const [sight] = useState(() => new Sight(example, guess));
  const option = guessed === undefined ? undefined : guess.options[guessed];
  if (!option) return null;
  return (
    <p>
      {sight.holds(option.correct) ? "Your guess was right. " : "Your guess was another. "}
      <Prose html={guess.answer} sight={sight} />
    </p>
  );
}
