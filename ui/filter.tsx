import './filter.css';

/** Which part of a list is shown: one of a few, all of them in sight. */
export function Filter<Id extends string>({
  label,
  choices,
  chosen,
  onChoose,
  testId,
}: {
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: Id;
  onChoose(id: Id): void;
  /** Of each choice: this, a hyphen and its id. */
  readonly testId?: string;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame
    <div role="group" aria-label={label} className="filter">
      {choices.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="filter-choice"
          aria-pressed={chosen === id}
          onClick={() => onChoose(id)}
          data-testid={testId && `${testId}-${id}`}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
