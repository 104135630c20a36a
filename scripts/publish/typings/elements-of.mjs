/** `cadre-open-panel` to `CadreOpenPanel`. */
export const pascal = (name) => name.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());

const union = (names) => names.map((name) => `"${name}"`).join(" | ") || "never";
const comment = (text, indent) =>
  `${indent}/** ${text.replaceAll(/\s+/g, " ").replaceAll("*/", "*\\/").trim()} */\n`;

/**
 * What typings of any framework are made of, from the manifest of a package: tag, class, where the tag is registered,
 * the names of the properties that can be set, which of them are only there or not as an attribute, and the events.
 */
export const elementsOf = ({ modules }) =>
  modules.map(({ declarations: [declaration], exports: [, { path }] }) => ({
    tag: declaration.tagName,
    className: declaration.name,
    definedIn: path,
    description: declaration.description,
    properties: declaration.members
      .filter(({ kind, readonly }) => kind === "field" && !readonly)
      .map(({ name }) => name),
    switches: declaration.members.filter(({ type }) => type?.text === "boolean").map(({ name }) => name),
    /** Whether a surrounding form can take its answers, by this name. */
    named: declaration.attributes.some(({ name }) => name === "name"),
    events: declaration.events.map(({ name, type: { text }, description }) => ({
      name,
      type: text,
      description,
    })),
  }));

/** The properties of an element as a type, all of them optional, with the doc comments of the class. */
export const propertiesType = ({ className, properties, named }) =>
  `Partial<Pick<cadre.${className}, ${union(properties)}>>${named ? " & { name?: string }" : ""}`;

/** Handlers of an element's events as the body of a type; `nameOf`: how the framework calls the handler of an event. */
export const handlers = (events, nameOf, indent) =>
  events
    .map(
      ({ name, type, description }) =>
        `${comment(description, indent)}${indent}${JSON.stringify(nameOf(name))}?: (event: cadre.${type}) => void;\n`,
    )
    .join("");

/** One line for each element: its description, its tag, and what `typeOf` makes of it. */
export const tagTypes = (elements, typeOf, indent) =>
  elements
    .map(
      (element) => `${comment(element.description, indent)}${indent}"${element.tag}": ${typeOf(element)};\n`,
    )
    .join("");
