using Microsoft.AspNetCore.Http;

namespace EditEngine.Workbench.Serving;

/// <summary>Why something that was asked is not done.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Said">A sentence for who asked: what is wrong, and what to do.</param>
internal sealed record DeskRefusal(int Status, string Said)
{
    /// <summary>As an answer.</summary>
    public IResult Answer => Results.Json(new { Said }, DeskJson.Options, statusCode: Status);
}
