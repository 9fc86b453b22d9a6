using System.Text.Json.Nodes;

namespace Notebooks.Tests.Jupyter.Kernel;

/// <summary>Every request of the protocol, asked by a client in this process.</summary>
[Collection("session")]
public sealed class KernelRequestTests(TestKernel kernel) : IClassFixture<TestKernel>, IDisposable
{
    private readonly TestClient client = kernel.Connect();

    public void Dispose() => client.Dispose();

    [Fact]
    public void A_subscriber_is_welcomed()
    {
        Assert.Equal("iopub_welcome", client.Welcome.Type);
        Assert.Equal("", client.Welcome.Text("subscription"));
        client.IoPub.Send(new Notebooks.Jupyter.Wire.Command("SUBSCRIBE", "abc"u8.ToArray()));
        byte[][] parts = client.IoPub.Receive();
        Assert.Equal("abc"u8.ToArray(), parts[0]);
        Assert.Equal("abc", new TestMessage(parts).Text("subscription"));
    }

    [Fact]
    public void Kernel_info_on_shell_and_control_is_what_the_notebooks_hold()
    {
        var answer = client.Ask("kernel_info_request");
        Assert.Equal("kernel_info_reply", answer.Reply.Type);
        Assert.Equal("5.4", answer.Reply.Text("protocol_version"));
        Assert.Equal(
            """{"file_extension":".cs","mimetype":"text/x-csharp","name":"C#","pygments_lexer":"csharp","version":"14.0"}""",
            answer.Reply.Content["language_info"]!.ToJsonString());
        string id = client.Send(client.Control, "kernel_info_request", []);
        Assert.Equal("kernel_info_reply", client.Await(id, client.Control).Reply.Type);
    }

    [Theory]
    [InlineData("kernel_info_request", "{}")]
    [InlineData("comm_info_request", "{}")]
    [InlineData("history_request", """{"hist_access_type":"tail","n":1}""")]
    [InlineData("is_complete_request", """{"code":"1"}""")]
    [InlineData("complete_request", """{"code":"1","cursor_pos":1}""")]
    [InlineData("inspect_request", """{"code":"Console","cursor_pos":1}""")]
    [InlineData("execute_request", """{"code":"1"}""")]
    public void Every_request_is_answered_between_busy_and_idle(string type, string content)
    {
        var answer = client.Ask(type, (JsonObject)JsonNode.Parse(content)!);
        Assert.Equal("ok", type == "is_complete_request" ? "ok" : answer.Status);
        Assert.Equal(type.Replace("request", "reply"), answer.Reply.Type);
        Assert.True(answer.Published[0].IsStatus("busy"));
        Assert.True(answer.Published[^1].IsStatus("idle"));
    }

    [Theory]
    [InlineData("Math.Max?")]
    [InlineData("  Math.Max ? ")]
    public void A_name_with_a_question_mark_is_explained_in_the_pager(string question)
    {
        var answer = client.Run(question);
        Assert.Equal("ok", answer.Status);
        var page = answer.Reply.Content["payload"]!.AsArray().Single()!;
        Assert.Equal("page", (string?)page["source"]);
        Assert.Equal(0, (int?)page["start"]);
        Assert.Contains("Math.Max(", (string?)page["data"]!["text/plain"]);
        Assert.Contains("```csharp", (string?)page["data"]!["text/markdown"]);
        Assert.DoesNotContain("execute_result", answer.Types);
    }

    [Fact]
    public void A_question_for_a_name_that_means_nothing_is_an_error()
    {
        var answer = client.Run("NoSuchThing?");
        Assert.Equal("error", answer.Status);
        Assert.Contains("error", answer.Types);
        Assert.Equal("UnknownName", (string?)answer.Reply.Content["ename"]);
        Assert.Contains("'NoSuchThing'", (string?)answer.Reply.Content["evalue"]);
        Assert.Equal("3", client.Run("1 + 2").Result);
    }

    [Fact]
    public void A_cell_echoes_its_input_then_shows_its_streams_then_its_result()
    {
        var answer = client.Run("Console.Write(\"a\"); Console.Error.Write(\"b\"); Console.Write(\"é😀\"); 6 * 7");
        Assert.Equal(["execute_input", "stream", "stream", "stream", "execute_result"], answer.Types);
        Assert.Equal("aé😀", answer.Stream("stdout"));
        Assert.Equal("b", answer.Stream("stderr"));
        Assert.Equal("42", answer.Result);
        int count = (int)answer.Reply.Content["execution_count"]!;
        Assert.Equal(count, (int)answer.Single("execute_input").Content["execution_count"]!);
        Assert.Equal(count, (int)answer.Single("execute_result").Content["execution_count"]!);
    }

    [Fact]
    public void Text_appears_while_the_cell_runs()
    {
        string id = client.SendCode("Console.WriteLine(\"now\"); while (!System.IO.File.Exists(\"go\")) { await Task.Delay(5); }");
        client.AwaitText(id, "now");
        client.Send(client.Control, "interrupt_request", []);
        Assert.Equal("error", client.Await(id).Status);
    }

    [Fact]
    public void Help_for_the_next_cell_does_not_wait_for_the_one_that_runs_and_the_kernel_stays_busy()
    {
        string cell = client.SendCode("Console.WriteLine(\"started\"); while (true) { await Task.Delay(5); }");
        client.AwaitText(cell, "started");
        foreach (string type in new[] { "complete_request", "inspect_request", "is_complete_request" })
        {
            var answer = client.Ask(type, new JsonObject { ["code"] = "Console", ["cursor_pos"] = 7 });
            Assert.Equal(type.Replace("request", "reply"), answer.Reply.Type);
            client.AwaitBusy(cell);
        }

        client.Send(client.Control, "interrupt_request", []);
        Assert.Equal("error", client.Await(cell).Status);
    }

    [Fact]
    public void Many_small_writes_become_few_messages()
    {
        var answer = client.Run("for (int i = 0; i < 20_000; i++) { Console.WriteLine(i); }");
        int messages = answer.Types.Count(type => type == "stream");
        Assert.InRange(messages, 1, 1000);
        Assert.Equal(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i}\n")), answer.Stream("stdout"));
    }

    [Fact]
    public void Displays_carry_their_id_to_their_updates_and_JSON_stays_an_object()
    {
        var answer = client.Run(
            """
            var d = "{\"a\":[1]}".DisplayAs("application/json");
            await Task.Delay(150);
            d.Update(2);
            "x".DisplayAs("text/html");
            """);
        var shown = answer.Published.First(message => message.Type == "display_data").Content;
        var updated = answer.Single("update_display_data").Content;
        Assert.Equal("""{"a":[1]}""", shown["data"]!["application/json"]!.ToJsonString());
        Assert.Equal("2", (string)updated["data"]!["text/plain"]!);
        Assert.Equal((string)shown["transient"]!["display_id"]!, (string)updated["transient"]!["display_id"]!);
        Assert.NotNull(shown["metadata"]);
    }

    [Fact]
    public void An_error_is_published_and_replied()
    {
        var answer = client.Run("var ok = 1;\nthrow new ArgumentException(\"no good\");");
        Assert.Equal("error", answer.Status);
        foreach (var content in new[] { answer.Reply.Content, answer.Single("error").Content })
        {
            Assert.Equal("ArgumentException", (string)content["ename"]!);
            Assert.Equal("no good", (string)content["evalue"]!);
            Assert.Contains("line 2", content["traceback"]!.AsArray()[1]!.ToString());
        }
    }

    [Fact]
    public void A_silent_cell_shows_nothing_and_does_not_count()
    {
        int before = (int)client.Run("0").Reply.Content["execution_count"]!;
        var answer = client.Run("Console.Write(1); 2.Display(); 3", content => content["silent"] = true);
        Assert.Empty(answer.Types);
        Assert.Equal(before, (int)answer.Reply.Content["execution_count"]!);
        answer = client.Run("4", content => content["store_history"] = false);
        Assert.Equal(before, (int)answer.Reply.Content["execution_count"]!);
        Assert.Equal("4", answer.Result);
    }

    [Fact]
    public void User_expressions_are_evaluated_each_on_its_own()
    {
        var expressions = new JsonObject { ["a"] = "five + 1", ["b"] = "nothing" };
        var answer = client.Run("var five = 5;", content => content["user_expressions"] = expressions);
        var values = answer.Reply.Content["user_expressions"]!;
        Assert.Equal("ok", (string)values["a"]!["status"]!);
        Assert.Equal("6", (string)values["a"]!["data"]!["text/plain"]!);
        Assert.Equal("error", (string)values["b"]!["status"]!);
        Assert.Contains("nothing", (string)values["b"]!["evalue"]!);
        Assert.Equal("ok", answer.Status);
    }

    [Theory]
    [InlineData(true, "aborted")]
    [InlineData(false, "ok")]
    public void An_error_aborts_the_waiting_cells_unless_told_not_to(bool stop, string status)
    {
        string failing = client.SendCode(
            "await Task.Delay(300); throw new Exception();", content => content["stop_on_error"] = stop);
        string waiting = client.SendCode("1");
        string question = client.Send("kernel_info_request", []);
        Assert.Equal("error", client.Await(failing).Status);
        Assert.Equal(status, client.Await(waiting).Status);
        Assert.Equal("ok", client.Await(question).Status);
        Assert.Equal("ok", client.Run("1").Status);
    }

    [Fact]
    public void Input_is_asked_of_the_client_that_runs_the_cell()
    {
        string id = client.SendCode(
            """
            Console.Write("Name? ");
            var name = Console.ReadLine();
            var key = await GetPasswordAsync("Key?");
            name + key.GetClearTextPassword()
            """);
        var question = new TestMessage(client.Stdin.Receive());
        Assert.Equal(("input_request", id), (question.Type, question.ParentId));
        Assert.False((bool)question.Content["password"]!);
        client.Send(client.Stdin, "input_reply", new JsonObject { ["value"] = "Ada" });
        question = new TestMessage(client.Stdin.Receive());
        Assert.True((bool)question.Content["password"]!);
        Assert.Equal("Key?", question.Text("prompt"));
        client.Send(client.Stdin, "input_reply", new JsonObject { ["value"] = "!" });
        Assert.Equal("Ada!", client.Await(id).Result);
    }

    [Fact]
    public void A_client_without_input_is_not_asked() =>
        Assert.Equal("none", client.Run("Console.ReadLine() ?? \"none\"", content => content["allow_stdin"] = false).Result);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("Console.ReadLine();")]
    public void An_interrupt_stops_the_cell_and_keeps_its_variables(string code)
    {
        client.Run("var kept = 7;");
        for (int round = 0; round < 2; round++)
        {
            string id = client.SendCode($"Console.WriteLine(\"started\"); {code}");
            client.AwaitText(id, "started");
            string interrupt = client.Send(client.Control, "interrupt_request", []);
            Assert.Equal("ok", client.AwaitReply(interrupt, client.Control).Text("status"));
            var answer = client.Await(id);
            Assert.Equal("error", answer.Status);
            Assert.Equal("Interrupted", answer.Reply.Text("ename"));
        }

        Assert.Equal("7", client.Run("kept").Result);
    }

    [Fact]
    public void A_signal_interrupts_as_well()
    {
        string id = client.SendCode("Console.WriteLine(\"started\"); while (true) { }");
        client.AwaitText(id, "started");
        kernel.Interrupt();
        Assert.Equal("error", client.Await(id).Status);
    }

    [Fact]
    public void Completion_counts_code_points()
    {
        var reply = client.Ask("complete_request", new JsonObject { ["code"] = "\"😀\".Length.ToStr", ["cursor_pos"] = 16 }).Reply;
        Assert.Contains("ToString", reply.Content["matches"]!.AsArray().Select(match => (string)match!));
        Assert.Equal((11, 16), ((int)reply.Content["cursor_start"]!, (int)reply.Content["cursor_end"]!));
        var typed = reply.Content["metadata"]!["_jupyter_types_experimental"]!.AsArray()[0]!;
        Assert.Equal("method", (string)typed["type"]!);
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("if (true)\n{", "incomplete")]
    [InlineData("int x = ;", "invalid")]
    public void Is_complete_tells_what_Enter_should_do(string code, string status) =>
        Assert.Equal(status, client.Ask("is_complete_request", new JsonObject { ["code"] = code }).Status);

    [Fact]
    public void History_has_the_cells_with_their_results()
    {
        client.Run("1000 + 1");
        client.Run("1000 + 2", content => content["store_history"] = false);
        var reply = client.Ask(
            "history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 1, ["output"] = true }).Reply;
        var entry = Assert.Single(reply.Content["history"]!.AsArray())!;
        Assert.Equal(["1000 + 1", "1001"], entry[2]!.AsArray().Select(text => (string)text!));
        reply = client.Ask("history_request", new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "1000*" }).Reply;
        Assert.Contains(reply.Content["history"]!.AsArray(), cell => (string)cell![2]! == "1000 + 1");
    }

    [Fact]
    public void A_comm_to_an_unknown_target_is_closed()
    {
        var content = new JsonObject { ["comm_id"] = "c1", ["target_name"] = "unknown", ["data"] = new JsonObject() };
        string id = client.Send("comm_open", content);
        TestMessage message;
        do
        {
            message = new TestMessage(client.IoPub.Receive());
        }
        while (message.ParentId != id || message.Type != "comm_close");
        Assert.Equal("c1", message.Text("comm_id"));
        Assert.Empty(client.Ask("comm_info_request").Reply.Content["comms"]!.AsObject());
    }

    [Theory]
    [InlineData("execute_request", "{}")]
    [InlineData("execute_request", """{"code":7}""")]
    [InlineData("complete_request", """{"cursor_pos":1}""")]
    [InlineData("history_request", """{"hist_access_type":"everything"}""")]
    public void A_request_that_lacks_something_gets_an_error_reply(string type, string content)
    {
        var answer = client.Ask(type, (JsonObject)JsonNode.Parse(content)!);
        Assert.Equal(("error", "MalformedMessage"), (answer.Status, answer.Reply.Text("ename")));
    }

    [Fact]
    public void Two_clients_see_the_same_cells_and_get_their_own_replies()
    {
        using var other = kernel.Connect();
        client.Run("var shared = 1;");
        string mine = client.SendCode("shared += 1; shared");
        string theirs = other.SendCode("shared += 10; shared");
        Assert.Equal("ok", client.Await(mine).Status);
        Assert.Equal("ok", other.Await(theirs).Status);
        Assert.Equal("12", client.Run("shared").Result);
    }

    [Fact]
    public void A_client_that_reconnects_with_its_name_gets_the_answers()
    {
        using var again = new TestSocket(kernel.Connection.ShellPort, "DEALER", client.Identity);
        string id = client.Send(again, "kernel_info_request", []);
        Assert.Equal("kernel_info_reply", client.AwaitReply(id, again).Type);

        // The cell asked for over the old connection answers over the new one.
        id = client.SendCode("1");
        Assert.Equal("execute_reply", client.AwaitReply(id, again).Type);
    }

    [Fact]
    public void The_heartbeat_echoes_and_pings_are_answered()
    {
        using var heartbeat = new TestSocket(kernel.Connection.HeartbeatPort, "REQ");
        heartbeat.Send([], "beat"u8.ToArray());
        Assert.Equal([[], "beat"u8.ToArray()], heartbeat.Receive());
        heartbeat.Send(new Notebooks.Jupyter.Wire.Command("PING", [0, 10, 1, 2, 3]));
        Assert.Equal(["PONG"u8.ToArray(), [1, 2, 3]], heartbeat.Receive());
    }
}
