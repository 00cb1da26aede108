using System.Globalization;
using System.Text;
using System.Text.Json;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Plans;
using EditEngine.Stacks;
using EditEngine.Tables;

namespace EditEngine.Compiler.Lowering;

/// <summary>The plans of a pack as text, a record a line: made of what is saved of a plan, so that nothing of it is left out.</summary>
internal static class PlanPrinter
{
    /// <summary>The plans in the order they are run.</summary>
    public static string Print(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return DeepStack.Run(() =>
        {
            PlanJson json = PlanJson.With(new Shown());
            StringBuilder text = new();
            foreach (EditPlan plan in pack.Edits)
            {
                JsonElement element = JsonSerializer.SerializeToElement(plan, json.EditPlan);
                PlanText.Write(text, "edit", element, 0);
            }

            return text.ToString();
        });
    }

    /// <summary>One expression of a plan.</summary>
    internal static string Print(Expression expression)
    {
        StringBuilder text = new();
        PlanText.Write(text, "asks", JsonSerializer.SerializeToElement(expression, PlanJson.With(new Shown()).Expression), 0);
        return text.ToString();
    }

    private sealed class Shown : IPlanNames
    {
        public string NameOf(CodeSet set) => ConstantText.Of(set);

        public string NameOf(Table table) => string.Create(CultureInfo.InvariantCulture, $"{table.RowCount} rows");
    }
}
