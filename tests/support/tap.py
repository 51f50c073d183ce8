"""TAP: one counted line a test, the reasons below it, the plan at the end."""

import sys


class Tap:
    """Counts tests and prints them in the Test Anything Protocol."""

    def __init__(self, out=None):
        self.out = out or sys.stdout
        self.count = 0
        self.failed = 0

    def ok(self, passed, name, reasons=()):
        """Print one test; REASONS (strings) follow a failure as comments."""
        self.count += 1
        self.failed += not passed
        print("%s %d - %s" % ("ok" if passed else "not ok", self.count, name), file=self.out)
        if not passed:
            for reason in list(reasons)[:60]:
                print("#   %s" % reason, file=self.out)
        return passed

    def equal(self, got, want, name):
        return self.ok(got == want, name, ["got %r, want %r" % (got, want)])

    def skip(self, name):
        self.count += 1
        print("ok %d # SKIP %s" % (self.count, name), file=self.out)

    def note(self, text):
        print("# %s" % text, file=self.out)

    def done(self):
        """Print the plan and the tally; return the exit code."""
        print("1..%d" % self.count, file=self.out)
        self.note("%d tests, %d failed" % (self.count, self.failed))
        return 1 if self.failed or not self.count else 0
