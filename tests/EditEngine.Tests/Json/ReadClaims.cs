using System.Buffers;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Packs;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>All that is done with a claim once it was read: nothing of it may throw, whatever the claim says.</summary>
internal sealed class ReadClaims : IDisposable
{
    private static readonly DateOnly AsOf = new(2025, 6, 1);

    // Shows every kind of field and computes with what can be extreme: days, amounts, units and history.
    private const string Rules = """
        pack all version "1"
        dates by date of service

        reasons
          ANY = CO 16

        edit CLAIM "The claim"
          for each  claim c
          when      c.total_charge >= $0 or c.total_charge is missing
          then      inform c
          message   "{c.type} {c.frequency} {c.original_id} {c.bill_type} {c.from} {c.admission} {c.discharge_status} {c.total_charge} {c.other_paid} {c.conditions} {c.drg} {c.state} {c.received} {c.billing.npi} {c.patient.birth} {c.patient.sex} {c.patient.member} {c.patient.missing_teeth}"
        end

        edit DIAGNOSIS "Diagnoses"
          for each  diagnosis d
          when      d.code is present
          then      inform d
          message   "{d.position} {d.code} {d.role} {d.poa}"
        end

        edit LINE "Lines"
          for each  line v
          when      v.number >= 0
          then      reduce v to 50%  reason ANY
          message   "{v.number} {v.procedure} {v.modifiers} {v.revenue} {v.units} {v.charge} {v.date} {v.through} {v.place} {v.diagnoses} {v.description} {v.ndc.code} {v.ndc.quantity} {v.tooth} {v.surfaces} {v.other_paid} {v.rendering.npi}"
        end

        edit DAY "Units of a day"
          for each  group g of line or history line  by procedure, date
          when      sum of units of g > 6 or sum of charge of g > $100
          then      deny every line of g  reason ANY
        end

        edit BEFORE "A line like one before"
          for each  line v, history line h  with same procedure
          when      h.date >= v.date - 730 days and age of patient on v.date >= 0
          then      pend v  queue "before"
        end

        """;

    private readonly Evaluator[] _evaluators;
    private readonly Interpreter[] _interpreters;
    private readonly ResultWriter _results = new();
    private readonly ClaimWriter _claims = new();
    private int _count;

    public ReadClaims()
    {
        BoundPack structure = EditCompiler.Compile(PackReader.Read(Repository.PathOf("payer-rules/general/structure")), CompileOptions.Default).Pack!; // its own tests say so
        BoundPack[] packs = [TestPacks.Bind(Rules), structure];
        _evaluators = [.. packs.Select(pack => PackLowering.Lower(pack).CreateEvaluator(new EvaluatorOptions { HistoryActions = true }))];
        _interpreters = [.. packs.Select(pack => new Interpreter(pack, "all@1#0", historyActions: true))];
    }

    /// <summary>Decides a claim by each pack, writes what comes of it in every form, and reads that back. The first result.</summary>
    public Result Use(Claim claim)
    {
        Write(claim);
        Result[] results = [.. _evaluators.Select(evaluator => evaluator.Evaluate(claim, AsOf))];
        if (_count++ % 16 == 0)
        {
            results = [.. results, .. _interpreters.Select(interpreter => interpreter.Evaluate(claim, AsOf))];
        }

        foreach (Result result in results)
        {
            byte[] written = Written(output => _results.Write(result, output));
            Assert.Equal(written, Written(output => _results.Write(ResultJson.Parse(written).Result!, output))); // what it wrote it reads
            using StringWriter text = new();
            new ResultCsvWriter(text).Write(result);
            new ResultTable(text, new AnsiStyle(false), []).Write(result);
        }

        return results[0];
    }

    /// <summary>The claim in JSON.</summary>
    public byte[] Write(Claim claim) => Written(output => _claims.Write(claim, output));

    public void Dispose()
    {
        _results.Dispose();
        _claims.Dispose();
    }

    private static byte[] Written(Action<ArrayBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> output = new();
        write(output);
        return output.WrittenSpan.ToArray();
    }
}
