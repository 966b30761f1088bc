namespace Vedette.Wire.Generators.Records;

/// <summary>Writes the random field sequence of a record: each of its fields is given as a record that holds nothing else.</summary>
internal sealed class SequenceView(CodeText code, string record, bool hasProfiles)
{
    public void Write(int number)
    {
        code.Summary("A random field sequence (Part I, 4.3.5) is there.");
        code.Line($"public readonly bool HasRfs => (places.Present & {Names.Presence(number)}) != 0;");
        code.Line("");
        code.Summary("The fields of the random field sequence, one after another, each as a record that holds nothing else.");
        code.Line("public readonly FieldSequence Rfs => new(this);");
        code.Line("");
        code.Summary("The fields of a random field sequence, to be used in foreach.");
        code.Open($"public ref struct FieldSequence");
        code.Line($"private readonly {record} whole;");
        code.Line($"private {record} current;");
        code.Line("private int at;");
        code.Line("private int left;");
        code.Line("");
        code.Open($"internal FieldSequence({record} whole)");
        code.Line("this.whole = whole;");
        code.Line("if (!whole.HasRfs) return;");
        code.Line("left = (int)Octets.U8(whole.octets, whole.places.Rfs);");
        code.Line("at = whole.places.Rfs + 1;");
        code.Close();
        code.Line("");
        code.Line($"public readonly {record} Current => current;");
        code.Line("");
        code.Line("public readonly FieldSequence GetEnumerator() => this;");
        code.Line("");
        code.Open("public bool MoveNext()");
        code.Line("if (left == 0) return false;");
        code.Line("left--;");
        code.Line("current = default;");
        code.Line("current.octets = whole.octets;");
        code.Line($"at = {record}Records.Field(whole.octets, at, {(hasProfiles ? "whole.profile, " : "")}ref current);");
        code.Line("return true;");
        code.Close();
        code.Close();
        code.Line("");
    }

    public static void Visit(CodeText code)
    {
        Views.OpenVisit(code, "Rfs");
        code.Line("visitor.BeginList(\"rfs\"u8);");
        code.Open("foreach (var field in Rfs)");
        code.Line("visitor.Begin(default);");
        code.Line("field.Visit(ref visitor);");
        code.Line("visitor.End();");
        code.Close();
        code.Line("visitor.EndList();");
        code.Close();
    }
}
