namespace KkAnalyzers.PersonalData;

/// <summary>What stands around a number and says what it is.</summary>
internal sealed class NumberContext
{
    /// <summary>Names of what holds the number, the nearest first: a member, a parameter, a key, a column, an element.</summary>
    public List<string> Names { get; } = [];

    /// <summary>What stands beside it in the same object, row or call, by name: only what has a value of its own there.</summary>
    public List<string> Beside { get; } = [];

    /// <summary>Texts of that object, row or call, in which a birth date may stand.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>Comments and names of tests around it.</summary>
    public List<string> Comments { get; } = [];

    /// <summary>The object around it is a person's.</summary>
    public bool InPerson { get; set; }

    /// <summary>A mail address stands beside it: whoever is mailed is a person.</summary>
    public bool HasMailAddress { get; set; }

    /// <summary>A number of the program instead of a text; -2 for one without, -3 with a suffix such as L.</summary>
    public int Numeric { get; set; }
}
