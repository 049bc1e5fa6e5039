import { useRef, useState } from "preact/hooks";
import { useApp, usePane } from "../app";
import { Chips } from "../components/chips";
import { Block, Frame, Heading } from "../components/frame";
import { Links } from "../components/links";
import { dayOf, isDone, noProgress, readProgress } from "../progress";
import { roles } from "../settings";

/** How the pane looks and behaves, and what it remembers. */
export function SettingsScreen() {
  const app = useApp();
  const settings = usePane((state) => state.settings);
  return (
    <Frame place="Home">
      <div class="head">
        <Heading>Settings</Heading>
        {!app.remembers && (
          <p class="small muted">
            This browser keeps nothing for us: settings and progress last until the pane is closed.
          </p>
        )}
      </div>
      <Chips
        legend="Theme"
        name="theme"
        showLegend
        options={[
          { value: "system", label: "As Excel" },
          { value: "light", label: "Light" },
          { value: "dark", label: "Dark" },
        ]}
        value={settings.theme}
        onChoose={(theme) => app.change({ theme })}
      />
      <Chips
        legend="Your role: lessons show it first"
        name="role"
        showLegend
        options={[...roles.map(({ id, title }) => ({ value: id, label: title })), { value: "all", label: "All" }]}
        value={settings.role ?? "all"}
        onChoose={(role) => app.change({ role: roles.find(({ id }) => id === role)?.id })}
      />
      <Chips
        legend="Insert writes"
        name="insert-as"
        showLegend
        options={[
          { value: "function", label: "COMPUTE functions" },
          { value: "native", label: "Excel’s own functions" },
        ]}
        value={settings.insertAs}
        onChoose={(insertAs) => app.change({ insertAs })}
      />
      <Chips
        legend="Insert goes to"
        name="insert-at"
        showLegend
        options={[
          { value: "selection", label: "The selected cell" },
          { value: "newSheet", label: "A new sheet" },
        ]}
        value={settings.insertAt}
        onChoose={(insertAt) => app.change({ insertAt })}
      />
      <Chips
        legend="Insert draws charts"
        name="insert-charts"
        showLegend
        options={[
          { value: "on", label: "Where Excel can" },
          { value: "off", label: "Never" },
        ]}
        value={settings.insertCharts ? "on" : "off"}
        onChoose={(choice) => app.change({ insertCharts: choice === "on" })}
      />
      <Chips
        legend="Digits shown"
        name="digits"
        showLegend
        options={[4, 6, 9, 15].map((digits) => ({ value: digits, label: digits === 15 ? "All" : String(digits) }))}
        value={settings.digits}
        onChoose={(digits) => app.change({ digits })}
      />
      <Chips
        legend="Selecting a cell opens its explanation"
        name="follow"
        showLegend
        options={[
          { value: "calm", label: "From Home and Cell" },
          { value: "always", label: "Always" },
          { value: "never", label: "Never" },
        ]}
        value={settings.follow}
        onChoose={(follow) => app.change({ follow })}
      />
      <Chips
        legend="Review questions on Home"
        name="reminders"
        showLegend
        options={[
          { value: "on", label: "Show when due" },
          { value: "off", label: "Do not show" },
        ]}
        value={settings.reminders ? "on" : "off"}
        onChoose={(choice) => app.change({ reminders: choice === "on" })}
      />
      <ProgressBlock />
      <nav class="block tight" aria-label="More">
        <Links plain items={[{ to: { name: "about" }, name: "About", what: "Version, promises and licenses" }]} />
      </nav>
    </Frame>
  );
}

/** Progress as a file, so that it can move to another computer. Nothing is sent anywhere. */
function ProgressBlock() {
  const app = useApp();
  const progress = usePane((state) => state.progress);
  const file = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const [asking, setAsking] = useState(false);
  const done = Object.keys(progress.lessons).filter((slug) => isDone(progress, slug)).length;

  const save = () => {
    const content = JSON.stringify({ ...progress, exported: dayOf(app.around.now()) }, null, 2);
    const address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "compute-economics-progress.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    setSaid("Saved as compute-economics-progress.json.");
  };
  const open = async (chosen: File | undefined) => {
    if (!chosen) return;
    const found = readProgress(parsed(await chosen.text()));
    if (!found) {
      setSaid(`${chosen.name} holds no progress of this pane. Nothing was changed.`);
      return;
    }
    app.note(() => found);
    setSaid("Progress taken from the file.");
  };

  return (
    <Block title="Your progress">
      <p>
        {done} {done === 1 ? "lesson" : "lessons"} done, {progress.bookmarks.length} bookmarked. It is kept on this
        computer only.
      </p>
      <div class="actions">
        <button type="button" onClick={save}>
          Save as a file
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Open a file
        </button>
        <input
          ref={file}
          type="file"
          class="hidden"
          accept="application/json,.json"
          tabIndex={-1}
          aria-label="File with progress"
          onChange={(event) => {
            void open(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
        {asking ? (
          <>
            <button
              type="button"
              onClick={() => {
                app.note(() => noProgress);
                setAsking(false);
                setSaid("Progress erased.");
              }}
            >
              Erase all progress
            </button>
            <button type="button" class="quiet" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </>
        ) : (
          <button type="button" class="quiet" onClick={() => setAsking(true)}>
            Start over
          </button>
        )}
      </div>
      <p class="small" role="status">
        {said}
      </p>
    </Block>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
