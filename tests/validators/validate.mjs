// Validates files with the validators that package.json pins. Argument: a JSON file with a list of { name, file, with, schema? };
// output: a list of { name, errors, warnings }. A validator that cannot run is an exception and never "no errors".
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as CycloneDX from "@cyclonedx/cyclonedx-library";

const require = createRequire(import.meta.url);
const read = (file) => readFileSync(file, "utf8");
const schemas = new Map();

function schema(file) {
  if (!schemas.has(file)) {
    const definition = JSON.parse(read(file));
    const ours = String(definition.$schema).includes("2020-12");
    // Ours are strict, so that a keyword with a typing error is found; schemas of others are as they are.
    const ajv = ours ? new Ajv2020({ strict: true, strictRequired: false, allErrors: true }) : new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    schemas.set(file, ajv.compile(definition));
  }
  return schemas.get(file);
}

function bySchema(job) {
  const validate = schema(job.schema);
  // Without a file, the schema itself is what is looked at.
  if (job.file && !validate(JSON.parse(read(job.file)))) {
    return { errors: validate.errors.slice(0, 20).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`), warnings: [] };
  }
  return { errors: [], warnings: [] };
}

async function byCycloneDX(job) {
  const version = CycloneDX.Spec.Version[`v${JSON.parse(read(job.file)).specVersion.replace(".", "dot")}`];
  const error = await new CycloneDX.Validation.JsonStrictValidator(version).validate(read(job.file));
  return { errors: error === null ? [] : [JSON.stringify(error).slice(0, 2000)], warnings: [] };
}

// The program itself and not npm's launcher, which hands the semicolon to a shell.
function multitool() {
  const folder = path.dirname(require.resolve("@microsoft/sarif-multitool-linux/package.json"));
  const program = path.join(folder, "Sarif.Multitool");
  chmodSync(program, 0o755);
  return program;
}

// All files in one run: the program takes longer to start than to look at one.
function sarifVerdicts(jobs) {
  const log = `${jobs[0].file}.validation`;
  // It ends with 0 when there are errors: they are counted from its own log.
  execFileSync(multitool(), ["validate", ...jobs.map((j) => j.file), "--rule-kind", "Sarif;Ghas", "-o", log, "--log", "ForceOverwrite", "--quiet"], { stdio: "ignore" });
  if (!existsSync(log)) throw new Error("the multitool wrote no log");
  const run = JSON.parse(read(log).replace(/^\uFEFF/, "")).runs[0];
  const failed = run.invocations?.flatMap((i) => i.toolExecutionNotifications ?? []).filter((n) => n.level === "error") ?? [];
  if (failed.length > 0) throw new Error(JSON.stringify(failed));

  const rules = new Map((run.tool.driver.rules ?? []).map((r) => [r.id, r]));
  const text = (r) => {
    const format = r.message.text ?? rules.get(r.ruleId)?.messageStrings?.[r.message.id]?.text ?? r.message.id;
    return `${r.ruleId} ${format.replace(/\{(\d+)\}/g, (_, i) => r.message.arguments?.[i] ?? "")}`;
  };
  const level = (r) => r.level ?? rules.get(r.ruleId)?.defaultConfiguration?.level ?? "warning";
  // An address, or an index into the list of files.
  const address = (l) => l.uri ?? run.artifacts[l.index].location.uri;
  const about = (r) => r.locations.map((l) => decodeURIComponent(address(l.physicalLocation.artifactLocation)));
  const known = new Set(jobs.map((j) => path.basename(j.file)));
  for (const r of run.results) if (!about(r).some((f) => known.has(path.basename(f)))) throw new Error(`a result about no file: ${text(r)}`);
  return new Map(jobs.map((job) => {
    const own = run.results.filter((r) => about(r).some((f) => path.basename(f) === path.basename(job.file)));
    return [job.name, { errors: own.filter((r) => level(r) === "error").map(text), warnings: own.filter((r) => level(r) !== "error").map(text) }];
  }));
}

const jobs = JSON.parse(read(process.argv[2]));
const sarif = jobs.filter((j) => j.with === "sarif");
const sarifs = sarif.length > 0 ? sarifVerdicts(sarif) : new Map();
const validators = { schema: bySchema, cyclonedx: byCycloneDX, sarif: (job) => sarifs.get(job.name) };
const results = [];
for (const job of jobs) results.push({ name: job.name, ...(await validators[job.with](job)) });
console.log(JSON.stringify(results));
