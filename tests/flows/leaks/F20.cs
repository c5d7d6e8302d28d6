// flow: 20 DTO, mapping extension
// leaks: names of patients
// sink: browser
// depth: 3
// expected: leak
namespace Zorg.F20;

using System.Text.Json;
using Microsoft.AspNetCore.Http;

public class Patient
{
    public int Number { get; set; }

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";
}

public class Row
{
    public int Number { get; init; }

    public string Text { get; init; } = "";
}

public static class Mapping
{
    public static Row ToRow(this Patient patient) => new() { Number = patient.Number, Text = patient.FirstName + " " + patient.LastName }; // source

    public static List<Row> ToRows(this IEnumerable<Patient> patients) => patients.Select(p => p.ToRow()).ToList(); // step
}

public class Overview(IHttpContextAccessor http)
{
    public void Remember(IEnumerable<Patient> patients) => Put("overview", JsonSerializer.Serialize(patients.ToRows())); // step

    private void Put(string key, string value) => http.HttpContext!.Session.SetString(key, value); // sink
}
