using EditEngine.LanguageServer.Protocol;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>The turn of one request.</summary>
/// <param name="Session">The session.</param>
/// <param name="Cancellation">The client has no use for the answer any more.</param>
internal readonly record struct RequestTurn(Session Session, CancellationToken Cancellation)
{
    /// <summary>Answers a question on the workspace.</summary>
    public T Ask<T>(Func<Workspace, T> question) => Session.Answer(question, Cancellation);

    /// <summary>Answers a question on a place of a document; what is said where no pack has the document is the default.</summary>
    public T? AskPlace<T>(PlaceParams parameters, Func<DocumentView, int, T?> question)
    {
        Session session = Session;
        return Ask(workspace => DocumentView.Of(workspace, parameters.TextDocument.Uri, session.Unit) is DocumentView view ? question(view, view.OffsetOf(parameters.Position)) : default);
    }

    /// <summary>The same on a whole document.</summary>
    public T? AskDocument<T>(DocumentName document, Func<DocumentView, T?> question)
    {
        Session session = Session;
        return Ask(workspace => DocumentView.Of(workspace, document.Uri, session.Unit) is DocumentView view ? question(view) : default);
    }
}
