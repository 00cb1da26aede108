using EditEngine.Analysis.Reference;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Editing;
using EditEngine.Diagnostics;
using EditEngine.Workbench.Packs;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Panes;

/// <summary>What a pack looks up, and where a code stands: every set, table, day and edit that holds it.</summary>
internal sealed class TablesEndpoint(Desk desk) : IDeskEndpoint
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/tables", ([FromBody] PackRequest request) => List(request));
        routes.MapPost("/api/tables/code", ([FromBody] CodeRequest request) => Find(request));
    }

    private IResult List(PackRequest request)
    {
        if (desk.Packs.Open(request, out DeskRefusal? refusal) is not PackCompilation compilation)
        {
            return refusal!.Answer; // It says why there is no pack.
        }

        return compilation.Result.Pack is BoundPack pack
            ? Results.Json(PackTables.Of(compilation.Sources, pack).Select(table => new { table.Name, table.Kind, table.File, table.Rows, table.Releases, Place = PlaceOf(compilation, table.Place) }), DeskJson.Options)
            : new DeskRefusal(StatusCodes.Status422UnprocessableEntity, "The tables are listed once the pack has no errors; codes can be searched now.").Answer;
    }

    private IResult Find(CodeRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Code))
        {
            return new DeskRefusal(StatusCodes.Status400BadRequest, "Write a code, as 99213, E11.9 or 0450.").Answer;
        }

        return desk.Packs.Open(request, out DeskRefusal? refusal) is PackCompilation compilation
            ? Results.Json(CodeUses.Of(new EditingPack(compilation), request.Code).Select(uses => Shown(compilation, uses)), DeskJson.Options)
            : refusal!.Answer; // It says why there is no pack.
    }

    private object Shown(PackCompilation compilation, CodeUses uses) => new
    {
        Code = uses.Code.ToString(),
        uses.System,
        ValidOn = uses.ValidOn?.Select(days => days.ToString()),
        Sets = uses.Sets.Select(set => new { set.Name, Days = set.Days.Select(days => days.ToString()), Place = PlaceOf(compilation, set.Place) }),
        Rows = uses.Rows.Select(row => new { row.Table, row.Text, Days = row.Days.ToString(), Place = PlaceOf(compilation, row.Place) }),
        uses.MoreRows,
        Edits = uses.Edits.Select(edit => new { edit.Id, edit.Title, Place = PlaceOf(compilation, edit.Place) }),
    };

    private DeskPlace PlaceOf(PackCompilation compilation, SourceSpan place) => DeskPlace.Of(desk.Folder, compilation.Sources, place);

    /// <summary>Asks where a code stands.</summary>
    internal sealed record CodeRequest : PackRequest
    {
        /// <summary>The code.</summary>
        public string? Code { get; init; }
    }
}
