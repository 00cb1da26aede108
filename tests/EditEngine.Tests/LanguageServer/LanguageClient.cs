using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EditEngine.Tests.LanguageServer;

/// <summary>A client of our own: frames, ids and JSON by hand, so that the server's library does not speak to itself.</summary>
internal sealed class LanguageClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Stream _toServer;
    private readonly Stream _fromServer;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _open = new();
    private readonly BlockingCollection<(string Method, JsonElement Parameters)> _told = [];
    private readonly Lock _sending = new();
    private int _id;

    public LanguageClient(Stream toServer, Stream fromServer)
    {
        _toServer = toServer;
        _fromServer = fromServer;
        new Thread(Listen) { IsBackground = true, Name = "language client" }.Start();
    }

    /// <summary>What the server asked of the client, by method.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The result of a request, or its error.</summary>
    public JsonElement Ask(string method, object? parameters = null) => Wait(Begin(method, parameters).Answer);

    /// <summary>The code of the error that a request is answered with.</summary>
    public int ErrorOf(string method, object? parameters = null)
    {
        try
        {
            JsonElement result = Ask(method, parameters);
            throw new InvalidOperationException($"{method} was answered: {result}");
        }
        catch (ServerErrorException error)
        {
            return error.Code;
        }
    }

    public (int Id, Task<JsonElement> Answer) Begin(string method, object? parameters)
    {
        int id = Interlocked.Increment(ref _id);
        TaskCompletionSource<JsonElement> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[id] = answer;
        Send(parameters is null ? new { jsonrpc = "2.0", id, method } : new { jsonrpc = "2.0", id, method, @params = parameters });
        return (id, answer.Task);
    }

    public void Tell(string method, object? parameters = null) => Send(parameters is null ? new { jsonrpc = "2.0", method } : new { jsonrpc = "2.0", method, @params = parameters });

    /// <summary>Waits until the diagnostics of a document are told that meet a condition; each as <c>line:character ID</c>.</summary>
    public string[] Diagnostics(string uri, Func<string[], bool> until) => Diagnostics(uri, until, Patience);

    public string[] Diagnostics(string uri, Func<string[], bool> until, TimeSpan patience)
    {
        while (_told.TryTake(out (string Method, JsonElement Parameters) one, patience))
        {
            if (one.Method == "textDocument/publishDiagnostics" && one.Parameters.GetProperty("uri").GetString() == uri)
            {
                string[] found = [.. one.Parameters.GetProperty("diagnostics").EnumerateArray().Select(Shown)];
                if (until(found))
                {
                    return found;
                }
            }
        }

        throw new TimeoutException($"No such diagnostics of {uri} were told.");
    }

    public static JsonElement Wait(Task<JsonElement> answer) => answer.WaitAsync(Patience).GetAwaiter().GetResult();

    /// <summary>Lints come when nobody types, and are told among the diagnostics: who asks for those of the compiler does without.</summary>
    public void Initialize(string? folder, object? capabilities = null, params string[] encodings) => InitializeWith(new { lints = false }, folder, capabilities, encodings);

    public void InitializeWith(object? options, string? folder = null, object? capabilities = null, params string[] encodings)
    {
        Ask("initialize", new
        {
            processId = (int?)null,
            rootUri = (string?)null,
            workspaceFolders = folder is null ? null : new[] { new { uri = new Uri(folder).AbsoluteUri, name = "rules" } },
            capabilities = capabilities ?? new { general = new { positionEncodings = encodings.Length == 0 ? ["utf-16"] : encodings } },
            initializationOptions = options,
        });
        Tell("initialized", new { });
    }

    public void Open(string uri, string text, int version = 1) => Tell("textDocument/didOpen", new { textDocument = new { uri, languageId = "edit", version, text } });

    public void Change(string uri, int version, int line, int from, int to, string text) => Tell("textDocument/didChange", new
    {
        textDocument = new { uri, version },
        contentChanges = new[] { new { range = Range(line, from, to), text } },
    });

    public static object Place(string uri, int line, int character) => new { textDocument = new { uri }, position = new { line, character } };

    public static object Range(int line, int from, int to) => new { start = new { line, character = from }, end = new { line, character = to } };

    public void Dispose()
    {
        _toServer.Dispose();
        _fromServer.Dispose();
        _told.Dispose();
    }

    private static string Shown(JsonElement diagnostic)
    {
        JsonElement start = diagnostic.GetProperty("range").GetProperty("start");
        return $"{start.GetProperty("line")}:{start.GetProperty("character")} {diagnostic.GetProperty("code").GetString()}";
    }

    private void Send(object message)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(message);
        lock (_sending)
        {
            _toServer.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
            _toServer.Write(body);
            _toServer.Flush();
        }
    }

    private void Listen()
    {
        try
        {
            while (Read() is JsonElement message)
            {
                Take(message);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
        }

        foreach (TaskCompletionSource<JsonElement> open in _open.Values)
        {
            open.TrySetException(new IOException("The server is gone."));
        }
    }

    private void Take(JsonElement message)
    {
        bool hasId = message.TryGetProperty("id", out JsonElement id);
        if (message.TryGetProperty("method", out JsonElement method))
        {
            if (hasId)
            {
                Asked.Enqueue(method.GetString()!);
                Send(new { jsonrpc = "2.0", id, result = (object?)null });
            }
            else
            {
                _told.Add((method.GetString()!, message.GetProperty("params").Clone()));
            }
        }
        else if (hasId && _open.TryRemove(id.GetInt32(), out TaskCompletionSource<JsonElement>? answer))
        {
            if (message.TryGetProperty("error", out JsonElement error))
            {
                answer.SetException(new ServerErrorException(error.GetProperty("code").GetInt32(), error.GetProperty("message").GetString() ?? ""));
            }
            else
            {
                answer.SetResult(message.GetProperty("result").Clone());
            }
        }
    }

    private JsonElement? Read()
    {
        int length = 0;
        while (ReadLine() is string line)
        {
            if (line.Length == 0)
            {
                byte[] body = new byte[length];
                _fromServer.ReadExactly(body);
                return JsonDocument.Parse(body).RootElement.Clone();
            }

            length = line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase) ? int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture) : length;
        }

        return null;
    }

    private string? ReadLine()
    {
        StringBuilder line = new();
        for (int next = _fromServer.ReadByte(); next >= 0; next = _fromServer.ReadByte())
        {
            if (next == '\n')
            {
                return line.ToString();
            }

            if (next != '\r')
            {
                line.Append((char)next);
            }
        }

        return null;
    }
}

/// <summary>A request was answered with an error.</summary>
internal sealed class ServerErrorException(int code, string message) : Exception(message)
{
    public int Code => code;
}
