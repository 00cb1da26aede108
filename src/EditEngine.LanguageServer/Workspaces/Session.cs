using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Text;
using EditEngine.LanguageServer.Protocol;
using EditEngine.Stacks;
using StreamJsonRpc;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>What one client and the server have to do with one another: the state of the talk, the client's workspace, and what was agreed on.</summary>
internal sealed class Session
{
    private const int NotInitialized = -32002;
    private const int InvalidRequest = -32600;
    private const int InternalError = -32603;

    private readonly Lock _gate = new();
    private readonly Workspace _workspace = new();
    private bool _isRunning;

    /// <summary>How places are counted.</summary>
    public ColumnUnit Unit { get; private set; } = ColumnUnit.Utf16;

    /// <summary>What the client can.</summary>
    public ClientAbilities Abilities { get; private set; } = ClientAbilities.Of(null, null);

    /// <summary>Folders that the client named when it began.</summary>
    public IReadOnlyList<string> Folders { get; private set; } = [];

    /// <summary>The client has said that it is about to end.</summary>
    public bool IsShutDown { get; private set; }

    /// <summary>How the tests of edits went last, by the pack and the edit. Asked in a turn only.</summary>
    public Dictionary<(string Pack, string Edit), LastTests> LastTests { get; } = [];

    /// <summary>Is told after something changed that may change what is to be said.</summary>
    public Action Changed { get; set; } = static () => { };

    /// <summary>Is told of a fault in the server's own code: what it is, without anything of a claim.</summary>
    public Action<string> Failed { get; set; } = static _ => { };

    /// <summary>The client begins.</summary>
    public void Begin(InitializeParams parameters)
    {
        if (_isRunning || IsShutDown)
        {
            throw new LocalRpcException("The server is initialized already.") { ErrorCode = InvalidRequest };
        }

        Abilities = ClientAbilities.Of(parameters.Capabilities, parameters.InitializationOptions);
        Unit = Abilities.TakesUtf8 ? ColumnUnit.Utf8 : ColumnUnit.Utf16;
        Folders =
        [
            .. (parameters.WorkspaceFolders is { IsDefault: false, IsEmpty: false } folders ? folders.Select(folder => DocumentUri.PathOf(folder.Uri))
                : [parameters.RootUri is string root ? DocumentUri.PathOf(root) : parameters.RootPath]).OfType<string>(),
        ];
        _isRunning = true;
    }

    /// <summary>The client is about to end.</summary>
    public void End()
    {
        _isRunning = false;
        IsShutDown = true;
    }

    /// <summary>The turn of a request, which may be cancelled before it comes.</summary>
    public RequestTurn Turn(CancellationToken cancellation) => new(this, cancellation);

    /// <summary>Takes a change, in the order in which changes come; what comes of it is told after.</summary>
    public void Change(Action<Workspace> change)
    {
        if (!_isRunning)
        {
            return; // A notification cannot be answered.
        }

        Answer(
            workspace =>
            {
                change(workspace);
                return true;
            },
            CancellationToken.None);
        Changed();
    }

    /// <summary>Answers a question on the workspace; one at a time. A fault answers this one with an error, and others go on.</summary>
    internal T Answer<T>(Func<Workspace, T> question, CancellationToken cancellation)
    {
        if (!_isRunning)
        {
            throw new LocalRpcException(IsShutDown ? "The server has been shut down." : "The server is not initialized.") { ErrorCode = IsShutDown ? InvalidRequest : NotInitialized };
        }

        lock (_gate)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return DeepStack.Run(() => question(_workspace));
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or LocalRpcException or OutOfMemoryException))
            {
                Failed($"{fault.GetType().Name}: {fault.Message}\n{fault.StackTrace}");
                throw new LocalRpcException($"The server met a fault of its own: {fault.GetType().Name}.") { ErrorCode = InternalError };
            }
        }
    }
}
