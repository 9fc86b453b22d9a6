"""Reads the Wesnoth Markup Language: the preprocessor's macros, then tags and keys (https://wiki.wesnoth.org/SyntaxWML)."""
import re

DEEPEST = 40


class Tag:
    """[name] ... [/name]: keys and the tags inside, in their order."""

    def __init__(self, name):
        self.name = name
        self.keys = {}
        self.children = []

    def all(self, name):
        return [child for child in self.children if child.name == name]


class Macros:
    """The #define blocks of the files read so far."""

    def __init__(self):
        self._bodies = {}

    def define_from(self, text):
        """Remembers the definitions of a file, and returns what is left of it."""

        def remember(match):
            name, *parameters = match[1].split()
            optional = {found[1]: found[2].strip() for found in re.finditer(r"#arg[ \t]+(\w+)[^\n]*\n(.*?)#endarg", match[2], re.S)}
            body = re.sub(r"[ \t]*#arg[ \t].*?#endarg[^\n]*\n?", "", match[2], flags=re.S)
            self._bodies[name] = (parameters, optional, body)
            return ""

        return re.sub(r"^[ \t]*#define[ \t]+([^\n]*)\n(.*?)#enddef", remember, text, flags=re.S | re.M)

    def expand(self, text, depth=0):
        """Replaces {NAME arguments}; what is not defined, and the inclusion of files, becomes nothing."""
        if depth > DEEPEST:
            raise ValueError("macros call each other without end")
        parts, at = [], 0
        while (start := text.find("{", at)) >= 0:
            end = _closing(text, start, "{", "}")
            parts += [text[at:start], self._call(text[start + 1 : end], depth)]
            at = end + 1
        return "".join(parts) + text[at:]

    def _call(self, inside, depth):
        arguments = _arguments(inside)
        if not arguments or arguments[0] not in self._bodies:
            return ""
        parameters, optional, body = self._bodies[arguments[0]]
        values = dict(optional)
        given = [self.expand(argument, depth + 1) for argument in arguments[1:]]
        named = dict(argument.split("=", 1) for argument in given[len(parameters) :] if "=" in argument)
        values.update(zip(parameters, given), **named)
        body = re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), body)
        # A macro that is one value stands in the middle of a line.
        return self.expand(body.strip("\n") if "\n" not in body.strip() else body, depth + 1)


def _closing(text, start, opening, closing):
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == opening) - (text[at] == closing)
        if depth == 0:
            return at
    raise ValueError(f"{text[start:start + 40]!r} is not closed")


def _arguments(text):
    """Words, (groups), "strings" and {calls}, separated by white space."""
    arguments, at = [], 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        start, word = at, ""
        while at < len(text) and not text[at].isspace():
            if text[at] == "(":
                end = _closing(text, at, "(", ")")
                word += text[at + 1 : end] if at == start else text[at : end + 1]
            elif text[at] == "{":
                end = _closing(text, at, "{", "}")
                word += text[at : end + 1]
            elif text[at] == '"':
                end = text.index('"', at + 1)
                word += text[at : end + 1]
            else:
                end = at
                word += text[at]
            at = end + 1
        arguments.append(word)
    return arguments


DIRECTIVE = re.compile(r"#(define|enddef|arg|endarg|ifdef|ifndef|ifhave|ifnhave|ifver|ifnver|else|endif|undef)\b")


def without_comments(text):
    """Cuts comments off, but neither directives nor what stands between quotes."""
    lines, quoted = [], False
    for line in text.split("\n"):
        kept = line
        for at, letter in enumerate(line):
            if letter == '"':
                quoted = not quoted
            elif letter == "#" and not quoted and not DIRECTIVE.match(line, at):
                kept = line[:at]
                break
        lines.append(kept)
    return "\n".join(lines)


def without_conditions(text):
    """Decides #ifdef and its like as a game with no symbol defined and the current version does."""
    lines, taken = [], []
    for line in text.split("\n"):
        match = re.match(r"\s*#(ifdef|ifndef|ifhave|ifnhave|ifver|ifnver|else|endif)\b", line)
        if not match:
            if all(taken):
                lines.append(line)
        elif match[1] == "else":
            taken[-1] = not taken[-1]
        elif match[1] == "endif":
            taken.pop()
        else:
            taken.append(match[1] in ("ifndef", "ifnhave", "ifver"))
    return "\n".join(lines)


def read(path, macros):
    """A file's text without comments, conditions, definitions; the definitions are in the macros then."""
    with open(path, encoding="utf-8") as file:
        return macros.define_from(without_conditions(without_comments(file.read())))


TOKEN = re.compile(r"\s*(?:\[(?P<tag>[/+]?\w+)\]|(?P<key>\w+(?:[ \t]*,[ \t]*\w+)*)[ \t]*=)")
VALUE = re.compile(r'[ \t]*(?:_[ \t]*)?"((?:[^"]|"")*)"(?:[ \t]*\+\s*)?')


def parse(text):
    """The tags of an expanded text, as the children of a nameless tag."""
    root = Tag("")
    open_tags, at = [root], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            at = text.find("\n", at + 1)
            if at < 0:
                break
            continue
        at = match.end()
        name = match["tag"]
        if name is None:
            value, at = _value(text, at)
            for key in match["key"].split(","):
                open_tags[-1].keys[key.strip()] = value
        elif name.startswith("/"):
            if len(open_tags) > 1:
                open_tags.pop()
        elif name.startswith("+") and open_tags[-1].all(name[1:]):
            open_tags.append(open_tags[-1].all(name[1:])[-1])
        else:
            child = Tag(name.lstrip("+"))
            open_tags[-1].children.append(child)
            open_tags.append(child)
    return root


def _value(text, at):
    """Strings joined by +, or the rest of the line."""
    strings = []
    while match := VALUE.match(text, at):
        strings.append(match[1].replace('""', '"'))
        at = match.end()
        if not match[0].rstrip().endswith("+"):
            return "".join(strings), at
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return "".join(strings) + re.sub(r"^_\s*", "", text[at:end].strip()), end
