using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using ZorgApp.Web.Data;
using ZorgApp.Web.Endpoints;
using ZorgApp.Web.Export;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddDbContext<CareContext>(o => o.UseSqlite(builder.Configuration.GetConnectionString("Care")));
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
builder.Services.AddAuthorizationBuilder().AddPolicy("CareStaff", p => p.RequireRole("nurse", "doctor"));
builder.Services.AddDataProtection();
builder.Services.AddScoped<DossierExport>();
builder.Services.AddControllers();
builder.Services.AddRazorPages(o => o.Conventions.AuthorizeFolder("/Clients"));

var app = builder.Build();

app.UseHttpsRedirection();
app.UseAuthentication();
app.UseAuthorization();

app.MapDossiers();
app.MapAppointments();
app.MapControllers();
app.MapRazorPages();
app.MapGet("/health", () => Results.Ok());

app.Run();
