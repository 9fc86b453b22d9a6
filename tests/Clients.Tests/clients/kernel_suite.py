"""Jupyter's own test suite for kernels (jupyter_kernel_test), with samples in C#."""

import unittest

import jupyter_kernel_test
from reporting import report


class CSharpKernel(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("to the error stream");'
    code_page_something = "Math.Max?"
    code_generate_error = 'throw new InvalidOperationException("meant");'
    code_clear_output = "Console.Clear();"
    code_inspect_sample = "Console.WriteLine"

    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "int.MaxV", "matches": {"MaxValue"}},
        {"text": "System.Text.StringBui", "matches": {"StringBuilder"}},
        {"text": "#!lsm", "matches": {"#!lsmagic"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", 'Console.WriteLine("a");', "#!time\n1 + 1", "class C { }", "// a comment"]
    incomplete_code_samples = ["void F() {", "var x =", "Math.Max(1,", 'var text = """\nraw', "/* a comment", "if (true)"]
    invalid_code_samples = ["var x = );", "int 3x = 1;"]

    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": '"multi\\nmodal"', "result": "multi\nmodal"},
        {"code": "new[] { 1, 2 }.Sum()", "result": "3"},
        {"code": "await System.Threading.Tasks.Task.FromResult(7)", "result": "7"},
    ]
    code_display_data = [
        {"code": '"shown".Display();', "mime": "text/plain"},
        {"code": 'display(HTML("<b>shown</b>"));', "mime": "text/html"},
        {"code": "#!html\n<i>shown</i>", "mime": "text/html"},
        {"code": "#!markdown\n*shown*", "mime": "text/markdown"},
    ]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 + 2*"


class JsonResult(unittest.TestResult):
    """Subtests that fail count against their test."""

    def __init__(self):
        super().__init__()
        self.broken = {}

    def _note(self, test, error):
        self.broken.setdefault(test, []).append(self._exc_info_to_string(error, test))

    def addError(self, test, err):
        self._note(test, err)

    def addFailure(self, test, err):
        self._note(test, err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._note(test, err)

    def addSkip(self, test, reason):
        report(self._name(test), "skipped", reason)
        super().addSkip(test, reason)

    def stopTest(self, test):
        skipped = any(entry is test for entry, _ in self.skipped)
        if test in self.broken:
            report(self._name(test), "failed", "\n".join(self.broken[test]))
        elif not skipped:
            report(self._name(test), "passed")
        super().stopTest(test)

    @staticmethod
    def _name(test):
        return test.id().rsplit(".", 1)[-1]


if __name__ == "__main__":
    unittest.defaultTestLoader.loadTestsFromTestCase(CSharpKernel).run(JsonResult())
