namespace Vedette.Edge.Configuration;

/// <summary>What the operator asked for cannot be done as written. Each problem names the file or flag, the key, and what is expected.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public ConfigurationException(string problem)
        : this([problem])
    {
    }

    public IReadOnlyList<string> Problems { get; } = problems;
}
