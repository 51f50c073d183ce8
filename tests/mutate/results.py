"""What was tried, in a file that a later run reads: a fault is known by its file, its line as it stands, what is done,
and which of several such it is, so that it is found again after changes elsewhere."""


class Results:
    SURVIVED, NONE = "-", "none"

    def __init__(self, path, texts, by_line):
        self.path, self.found, self.names = path, {}, name_all(texts, by_line)
        there = {name: fault for fault, name in self.names.items()}
        for line in path.read_text().splitlines() if path and path.exists() else []:
            name, _, verdict = line.rpartition(" | ")
            if name in there:
                self.found[there[name]] = verdict

    def add(self, fault, verdict):
        self.found[fault] = verdict
        if self.path:
            with self.path.open("a") as file:
                file.write(f"{self.names[fault]} | {verdict}\n")

    def survivors(self):
        return [fault for fault, verdict in self.found.items() if verdict == self.SURVIVED]

    def survived(self):
        return len(self.survivors())

    def none(self):
        return sum(verdict == self.NONE for verdict in self.found.values())

    def tried(self):
        return len(self.found) - self.none()


def name_all(texts, by_line):
    """{fault: its name}"""
    names, seen = {}, {}
    for (file, number), faults in sorted(by_line.items()):
        line = texts[file].splitlines()[number - 1].strip()
        for fault in faults:
            name = f"{file} | {line} | {fault.told()}"
            seen[name] = seen.get(name, 0) + 1
            names[fault] = f"{name} | {seen[name]}"
    return names
